export { acceptAnswer, unacceptAnswer } from './accept-answer.ts';
export { awardBounty, offerBounty } from './bounty.ts';
export { type ClosingVotes, readClosingVotes, voteToClose, voteToReopen } from './close-by-vote.ts';
export { closeQuestion, reopenQuestion } from './close-question.ts';
export { questionError } from './errors.ts';
export { question } from './kind.ts';
export { type BountyInput, bountySchema, type CloseInput, closeReasons, closeSchema } from './schemas.ts';
