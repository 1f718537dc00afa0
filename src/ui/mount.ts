import { render, html } from 'lit';
import type { Session } from '../client/session';
import './app';
import './styles/theme.css';

/** Puts the app on the page. */
export function mount(session: Session): void {
  render(html`<palate-app .session=${session}></palate-app>`, document.body);
}
