import { casesOf } from '../cases';
import type { Entry } from '../entry';
import { measure } from '../measure';
import { tableOf } from '../table';
import { pagePlatform } from './platform';
import './bench-page';
import './page.css';

declare global {
  interface Window {
    /** For whoever automates the page; what it tells on the way goes to the console. */
    bench: {
      run(name: string): Promise<Entry[]>;
      tableOf(entries: readonly Entry[]): string;
    };
  }
}

window.bench = {
  run: (name) => measure(casesOf(name), pagePlatform(), console.info),
  tableOf,
};

document.body.append(document.createElement('bench-page'));
