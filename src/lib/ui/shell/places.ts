import { m } from '#lib/paraglide/messages.js';

export interface Place {
	href: string;
	label: string;
	icon: string;
	current: boolean;
}

const under = (path: string, href: string) =>
	href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** Where the header leads. */
export function navPlaces(path: string): Place[] {
	return [
		{ href: '/', label: m.ui_nav_home(), icon: 'house', current: under(path, '/') },
		{
			href: '/questions',
			label: m.ui_nav_questions(),
			icon: 'message-circle-question-mark',
			current: under(path, '/questions'),
		},
		{ href: '/articles', label: m.ui_nav_articles(), icon: 'file-text', current: under(path, '/articles') },
		{ href: '/courses', label: m.courses_title(), icon: 'graduation-cap', current: under(path, '/courses') },
		{ href: '/spaces', label: m.ui_nav_spaces(), icon: 'compass', current: under(path, '/spaces') },
		{ href: '/tags', label: m.ui_nav_tags(), icon: 'hash', current: under(path, '/tags') },
		{ href: '/people', label: m.ui_nav_people(), icon: 'users', current: under(path, '/people') },
	];
}

/** Where a phone's bar leads: what one does most, so it differs for visitors. */
export function barPlaces(path: string, person: { handle: string } | null): Place[] {
	const [home, questions, , courses, spaces] = navPlaces(path) as [Place, Place, Place, Place, Place];
	if (!person) return [home, questions, courses, spaces];
	const own = `/people/${person.handle}`;
	return [
		home,
		spaces,
		{ href: '/write', label: m.ui_nav_write(), icon: 'square-pen', current: under(path, '/write') },
		{ href: '/bookmarks', label: m.ui_bookmarks(), icon: 'bookmark', current: under(path, '/bookmarks') },
		{ href: own, label: m.ui_nav_me(), icon: 'circle-user', current: under(path, own) },
	];
}
