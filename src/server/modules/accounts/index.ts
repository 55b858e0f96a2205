export { ADDRESS_HEADER } from './address-header.ts';
export { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
export type { Auth } from './auth.ts';
export { dropCompanySignOn, subjectOf, unlinkCompany, useCompanySignOn } from './company-links.ts';
export type { CompanySignOn } from './company-provider.ts';
export {
	beginElsewhere,
	type Elsewhere,
	listElsewhere,
	listWaysIn,
	refusalElsewhere,
	unlinkElsewhere,
	within,
} from './elsewhere.ts';
export { accountError } from './errors.ts';
export { freeHandle, handleFrom, reservedHandles } from './handles.ts';
export { actorOf, type Identities, type Identity, openIdentities, sessionToken } from './identify.ts';
export { loadAuth } from './load-auth.ts';
export { liftSuspension, setRole, suspendPerson } from './moderate.ts';
export { openSession } from './open-session.ts';
export { readOutbox, type SentMail } from './outbox.ts';
export type { PersonCard, SignedInPerson } from './person.ts';
export {
	type DeviceSession,
	findPerson,
	listPeople,
	listSessions,
	type PeopleFilter,
	type PersonProfile,
	personCardColumns,
	personCards,
} from './queries.ts';
export {
	imposeRestraint,
	liftRestraint,
	listRestraints,
	type Restraint,
	type RestraintKind,
	takeTurn,
} from './restraints.ts';
export { type Profile, profileSchema } from './schemas.ts';
export { beginSecondFactor, changePassword, confirmSecondFactor, endSecondFactor } from './security.ts';
export { endOtherSessions, endSession } from './sessions.ts';
export { setLocale } from './set-locale.ts';
export { setPortrait } from './set-portrait.ts';
export {
	calling,
	requestPasswordReset,
	resetPassword,
	type SignedIn,
	type SignInTools,
	sendVerification,
	signIn,
	signOut,
	signUp,
	verifyEmail,
	verifySecondFactor,
} from './sign-in.ts';
export { updateProfile, wantsLearningLetters } from './update-profile.ts';
