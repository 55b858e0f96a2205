export {
	checkZip,
	isLitter,
	openZip,
	type ZipEntry,
	type ZipError,
	type ZipLimits,
	zipError,
} from './read-zip.ts';
export { writeZip, type ZipSource, zipMost } from './write-zip.ts';
