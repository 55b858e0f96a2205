export { type AttemptCard, type Interaction, lastAttempt } from './attempts.ts';
export {
	importArchive,
	importPackage,
	listPackages,
	makeLessons,
	readPackage,
	removePackage,
} from './edit-packages.ts';
export { scormError } from './errors.ts';
export { findFile, type PackageFile } from './files.ts';
export { type PackageGrant, readPackageGrant } from './grants.ts';
export { scormHandlers } from './handlers.ts';
export { injectScript } from './inject.ts';
export { type ScormPart, scormLesson } from './kind.ts';
export { type Launchable, launchables, type Part } from './manifest.ts';
export type { Package, PackageNotes, PackageStatus } from './package.ts';
export {
	type Committed,
	commitAttempt,
	commitSchema,
	type Launch,
	launchLesson,
	startOf,
} from './play.ts';
export { type ReportedAttempt, reportAttempts } from './report.ts';
export { isDocument, takesScript } from './types.ts';
export { scormJobs } from './unpack-package.ts';
