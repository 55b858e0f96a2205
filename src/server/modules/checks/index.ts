export { checksError } from './errors.ts';
