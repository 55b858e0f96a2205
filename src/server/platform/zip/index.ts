export { checkZip, openZip, type ZipEntry, type ZipError, type ZipLimits } from './read-zip.ts';
