export { answerDeepLink, type Choice, type Chosen, coursesToChoose, type DeepAnswer } from './deep-link.ts';
export { ltiError } from './errors.ts';
export { publicKeys, rotateLtiKey } from './keys.ts';
export { type Arrival, type DeepRequest, finishLaunch, readTicket, takeTicket } from './launch.ts';
export { beginLaunch, type LoginInput } from './login.ts';
export {
	listPlatforms,
	type Platform,
	type PlatformInput,
	platformSchema,
	removePlatform,
	setPlatform,
} from './platforms.ts';
export { ltiHandlers, ltiJobs, sendScores } from './scores.ts';
export { type Launched, verifyLaunch } from './verify.ts';
