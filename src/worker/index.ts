import { expose } from 'comlink';
import { around } from './around';
import { createEngine } from './engine';
import { naming } from './failures';

expose(around(createEngine(), naming));
