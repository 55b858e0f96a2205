export { appendUpload, type Checksum, endUpload, findUpload, type Upload } from './append-upload.ts';
export { isProgram, lookAt } from './content.ts';
export { mediaError } from './errors.ts';
export { mayOpenMedia } from './gate.ts';
export { type Grant, readGrant } from './grants.ts';
export { copyHolds, holdMedia, releaseMedia } from './hold.ts';
export { holders, type MayOpen } from './holders.ts';
export { mediaJobs } from './jobs.ts';
export { bringFile, findOwnPicture, findPictures, openOriginal, withOriginal } from './originals.ts';
export {
	downloadAddress,
	isPlayable,
	type Playback,
	playMedium,
	posterOf,
	readKey,
	readMaster,
} from './play.ts';
export { type MediaKind, mostBytes, type Purpose, purposeNames } from './purposes.ts';
export {
	findMedia,
	findPicture,
	listMyMedia,
	type MediaStatus,
	type Medium,
	type PictureVariant,
	readMedium,
} from './queries.ts';
export { removeMedium } from './remove-media.ts';
export { type StartedUpload, startUpload, usedBytes } from './start-upload.ts';
export {
	cuesWith,
	type FoundCue,
	listSubtitles,
	readSubtitles,
	removeSubtitles,
	type SubtitleTrack,
	searchCues,
	setSubtitles,
} from './subtitles.ts';
export { takePicture } from './take-picture.ts';
export { keyOf, type MediaTools } from './tools.ts';
export { uploadWhole } from './upload-whole.ts';
export type { Cue } from './vtt.ts';
