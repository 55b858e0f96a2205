export {
	type CarriedFiles,
	type CourseFile,
	carryIn,
	carryOut,
	openFile,
	planFiles,
} from './carry-files.ts';
export type { CourseData } from './course-data.ts';
export { exportCourse } from './export-course.ts';
export { readFolder, writeFolder } from './folder.ts';
export { type Imported, importCourse } from './import-course.ts';
export { packCourse } from './pack.ts';
export { lessonFiles, unpackCourse } from './unpack.ts';
