export { answerAsk, followUp, followupDays, replyToFollowUp } from './answer-ask.ts';
export {
	type Ask,
	type AskCard,
	type AskPart,
	type AskRelation,
	type AskStatus,
	type AskText,
	askParts,
	askTransitions,
} from './ask.ts';
export {
	beginBounty,
	type CashBounty,
	demandOpenQuestion,
	endBounty,
	listBounties,
	lockBounty,
	winnerOf,
} from './bounties.ts';
export { askError } from './errors.ts';
export { listenThing } from './listen-thing.ts';
export { lockAsk, moveAsk, tell } from './move-ask.ts';
export {
	type AskList,
	askLists,
	countToAnswer,
	expertRecord,
	type Hearable,
	listAsks,
	readAsk,
} from './queries.ts';
export { questionThing } from './question-thing.ts';
export {
	addSlot,
	afterTalkMs,
	bookSlot,
	cancelUntil,
	demandFreeSlot,
	listSlots,
	listTalks,
	lockTalk,
	moveTalk,
	type Slot,
	type Talk,
	withdrawSlot,
} from './talks.ts';
export { answerTerms, offerAnswers, offerTalks, slotTerms, takeTips } from './terms.ts';
export { listTips, type Tip, tipThing } from './tip-thing.ts';
