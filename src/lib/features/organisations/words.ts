import { duration } from '#lib/features/courses/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type {
	LineReport,
	LogLine,
	OrganisationRole,
	TrainingStatus,
} from '#server/modules/organisations/index.ts';

export const statusWords: Record<TrainingStatus, () => string> = {
	done: m.org_status_done,
	under_way: m.org_status_under_way,
	not_begun: m.org_status_not_begun,
	overdue: m.org_status_overdue,
};

/** In the order in which a bar shows them. */
export const statuses = ['done', 'under_way', 'not_begun', 'overdue'] as const;

export const statusTones = {
	done: 'good',
	under_way: 'accent',
	not_begun: 'neutral',
	overdue: 'bad',
} as const;

export const roleWords: Record<OrganisationRole | 'lead', () => string> = {
	owner: m.org_role_owner,
	admin: m.org_role_admin,
	member: m.org_role_member,
	lead: m.org_role_lead,
};

export const cameWords: Record<string, () => string> = {
	founder: m.org_came_founder,
	invitation: m.org_came_invitation,
	link: m.org_came_link,
	domain: m.org_came_domain,
	'sign-on': m.org_came_sign_on,
};

export const badWords = {
	shape: m.org_bad_shape,
	twice: m.org_bad_twice,
	team: m.org_bad_team,
	too_many: m.org_bad_too_many,
} as const;

/** Seconds truly studied, in words; a dash for none. */
export const studied = (seconds: number): string =>
	seconds > 0 ? duration(Math.max(1, Math.round(seconds / 60))) : '—';

export const percent = (share: number | null): string =>
	share === null ? '—' : `${Math.round(share * 100)} %`;

export const lineHref = (line: Pick<LineReport, 'courseId' | 'pathId'>): string =>
	line.pathId === null ? `/courses/${line.courseId}` : `/paths/${line.pathId}`;

/** What a line of the log says was done. */
export function logWords({ action, subject, details }: LogLine): string {
	const who = subject?.name ?? '—';
	const text = (name: string) => String(details[name] ?? '');
	switch (action) {
		case 'founded':
			return m.org_log_founded();
		case 'described':
			return m.org_log_described();
		case 'invited':
			return m.org_log_invited({ n: text('count') });
		case 'link-made':
			return m.org_log_link_made();
		case 'invitation-revoked':
			return m.org_log_invitation_revoked();
		case 'joined':
			return m.org_log_joined();
		case 'left':
			return m.org_log_left();
		case 'removed':
			return m.org_log_removed({ who });
		case 'role-set':
			return m.org_log_role_set({ who, what: roleWords[text('role') as OrganisationRole]?.() ?? '' });
		case 'team-made':
			return m.org_log_team_made({ what: text('team') });
		case 'team-changed':
			return m.org_log_team_changed({ what: text('team') });
		case 'team-dropped':
			return m.org_log_team_dropped({ what: text('team') });
		case 'team-joined':
			return m.org_log_team_joined({ who, what: text('team') });
		case 'team-left':
			return m.org_log_team_left({ who, what: text('team') });
		case 'domain-asked':
			return m.org_log_domain_asked({ what: text('domain') });
		case 'domain-verified':
			return m.org_log_domain_verified({ what: text('domain') });
		case 'domain-changed':
			return m.org_log_domain_changed({ what: text('domain') });
		case 'domain-dropped':
			return m.org_log_domain_dropped({ what: text('domain') });
		case 'seats-granted':
			return m.org_log_seats_granted({ n: text('seats'), what: text('what') });
		case 'seats-lent':
			return m.org_log_seats_lent();
		case 'seats-ended':
			return m.org_log_seats_ended();
		case 'seat-given':
			return m.org_log_seat_given({ who });
		case 'seat-freed':
			return m.org_log_seat_freed({ who });
		case 'seats-team':
			return m.org_log_seats_team({ n: text('seats'), what: text('team') });
		case 'training-given':
			return m.org_log_training_given({ what: text('what') });
		case 'training-changed':
			return m.org_log_training_changed();
		case 'training-extended':
			return m.org_log_training_extended({ name: who });
		case 'training-ended':
			return m.org_log_training_ended();
		case 'report-taken':
			return m.org_log_report_taken();
		case 'sign-on-set':
			return m.org_log_sign_on_set({ what: text('issuer') });
		case 'sign-on-dropped':
			return m.org_log_sign_on_dropped();
	}
}
