export { askImport, importHandlers, importSchema } from './ask-import.ts';
export {
	type CourseImport,
	type ImportReport,
	type ImportStatus,
	listImports,
	readImport,
} from './course-import.ts';
export { downloadCourse } from './download-course.ts';
export { archiveError } from './errors.ts';
export { importJobs, takeUpLost, workImport } from './work-import.ts';
