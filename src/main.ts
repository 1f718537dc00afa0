import type { BackendName } from './api';
import { connect } from './client/connect';
import type { Client } from './client/connect';
import { createSession, isLanguage } from './client/session';
import { startWorker } from './client/start-worker';
import { openTabs, telling } from './client/tabs';
import { keepAddress, roomInAddress } from './ui/address';
import { mount } from './ui/mount';

declare global {
  interface Window {
    /** The page's client, for whoever automates it. */
    palate: Client;
  }
}

const backends: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];
const asked = new URLSearchParams(location.search).get('backend');
const preferred = navigator.language.slice(0, 2);

const tabs = openTabs();
const client = telling(connect(startWorker()), tabs);
const given = {
  language: isLanguage(preferred) ? preferred : 'en',
  room: roomInAddress() ?? 'data',
} as const;
const session = createSession(client, given, tabs);
window.palate = client;
mount(session);
keepAddress(session);
if (import.meta.env.PROD) void session.keepOffline();
void session.start(backends.find((backend) => backend === asked) ?? null);
