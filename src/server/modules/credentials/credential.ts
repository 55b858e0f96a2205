import { createHash } from 'node:crypto';
import type { Achievement } from './achievement.ts';
import { CREDENTIALS_V2, OPEN_BADGES } from './contexts.ts';
import { didOf } from './issuer.ts';
import { instant, type Unsigned } from './proof.ts';
import { type StatusPlace, statusListUrl } from './status-list.ts';

/** Everything that a certificate says. */
export interface Certified {
	token: string;
	achievement: Achievement;
	/** null: the learner shows no name; who they are is then said by the hash of their address alone. */
	name: string | null;
	email: string;
	startedAt: Date | null;
	completedAt: Date;
	issuedAt: Date;
	place: StatusPlace;
}

/** Of the place that issues. */
export interface Place {
	origin: string;
	siteName: string;
}

export function certificateUrl(origin: string, token: string): string {
	return `${origin}/certificates/${token}`;
}

/** A hashed identity as Open Badges has it: SHA-256 of the address in lower case and the salt behind it. */
export function identityHash(email: string, salt: string): string {
	return `sha256$${createHash('sha256')
		.update(email.toLowerCase() + salt)
		.digest('hex')}`;
}

/**
 * A certificate as an Open Badges 3.0 credential (AchievementCredential, W3C Verifiable Credentials 2.0), not yet signed.
 * The address of the learner stands in it as a salted hash: who knows the address can see that it is theirs, nobody can
 * read it. The salt is the certificate's own token.
 */
export function badgeOf(certified: Certified, { origin, siteName }: Place): Unsigned {
	const { achievement, token } = certified;
	const url = certificateUrl(origin, token);
	const issuer = { id: didOf(origin), type: ['Profile'], name: siteName, url: origin };
	const identifier = [
		{
			type: 'IdentityObject',
			hashed: true,
			identityHash: identityHash(certified.email, token),
			identityType: 'emailAddress',
			salt: token,
		},
		...(certified.name === null
			? []
			: [{ type: 'IdentityObject', hashed: false, identityHash: certified.name, identityType: 'name' }]),
	];
	return {
		'@context': [CREDENTIALS_V2, OPEN_BADGES],
		id: url,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: achievement.title,
		issuer,
		validFrom: instant(certified.issuedAt),
		awardedDate: instant(certified.completedAt),
		credentialSubject: {
			type: ['AchievementSubject'],
			identifier,
			...(certified.startedAt ? { activityStartDate: instant(certified.startedAt) } : {}),
			activityEndDate: instant(certified.completedAt),
			achievement: {
				id:
					origin + achievement.href + (achievement.version === null ? '' : `#version-${achievement.version}`),
				type: ['Achievement'],
				achievementType: { course: 'Course', path: 'LearningProgram', badge: 'Badge' }[achievement.kind],
				name: achievement.title,
				description: achievement.summary || achievement.title,
				criteria: { narrative: criteria(achievement) },
				creator: issuer,
				inLanguage: achievement.language,
				...(achievement.version === null ? {} : { version: String(achievement.version) }),
				...(achievement.tags.length ? { tag: achievement.tags } : {}),
			},
		},
		credentialStatus: {
			id: `${statusListUrl(origin, certified.place.listId)}#${certified.place.index}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(certified.place.index),
			statusListCredential: statusListUrl(origin, certified.place.listId),
		},
	};
}

/** What had to be done for it, in Markdown and in the language of what was learnt. */
export function criteria({
	kind,
	language,
	lessons,
	minutes,
	outcomes,
	summary,
	title,
}: Achievement): string {
	if (kind === 'badge') return summary || title;
	const hours = Math.max(1, Math.round(minutes / 60));
	const zh = language.startsWith('zh');
	const done =
		kind === 'course'
			? zh
				? `完成课程的全部必修课时（共 ${lessons} 课时，约 ${hours} 小时）。`
				: `Completed every required lesson of the course (${lessons} lessons, about ${hours} h).`
			: zh
				? `完成学习路径要求的课程（约 ${hours} 小时）。`
				: `Completed the courses that the path asks for (about ${hours} h).`;
	return [done, ...outcomes.map((outcome) => `- ${outcome}`)].join('\n');
}
