/** The page over a fake engine, for looking at the views: `npx vite`, then /test/ui/preview.html. */
import { createSession } from '../../src/client/session';
import { mount } from '../../src/ui/mount';
import { createFakeClient } from '../fixtures/fake-client';

const client = createFakeClient({ perEpoch: 120, epochs: 25 });
const session = createSession(client);
mount(session);
void session.start(null);
