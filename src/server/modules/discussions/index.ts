export { discussion } from './kind.ts';
