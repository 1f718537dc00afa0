/** As `package.json` has it; the build writes it in. */
export { version } from '../package.json';
