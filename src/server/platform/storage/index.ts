export { checkStorage } from './check-storage.ts';
export { openStorage } from './open-storage.ts';
export { readWhole } from './read-whole.ts';
export { type Opened, type Range, type Storage, StorageError } from './storage.ts';
