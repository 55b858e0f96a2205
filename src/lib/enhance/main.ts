// What only a script can do is added here; every page works without it. Small things run at once, the rest is fetched
// only by pages that need it.

import { confirming } from './confirm.ts';
import { copying } from './copy.ts';
import { acting } from './forms.ts';
import { keys } from './keys.ts';
import { menus } from './menus.ts';
import { replying } from './replying.ts';
import { strips } from './strips.ts';
import { theme } from './theme.ts';
import { times } from './time.ts';

document.documentElement.dataset.js = '';
copying();
confirming();
acting();
keys();
menus();
replying();
strips();
theme();
times();

const has = (selector: string) => document.querySelector(selector) !== null;

/** Loads what draws only when the first of what it draws comes near: half a megabyte is not for those who never scroll there. */
function whenNear(selector: string, load: () => unknown): void {
	const watch = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			watch.disconnect();
			load();
		},
		{ rootMargin: '600px' },
	);
	for (const element of document.querySelectorAll(selector)) watch.observe(element);
}

if (has('[data-editor]')) import('./editor.ts').then(({ editors }) => editors());
if (has('[data-count-for]')) import('./counters.ts').then(({ counters }) => counters());
if (has('[data-toc]')) import('./toc.ts').then(({ scrollSpy }) => scrollSpy());
whenNear('pre.mermaid', () => import('./diagrams.ts').then(({ diagrams }) => diagrams()));
if (has('[data-item]') || has('[data-reads]')) import('./reads.ts').then(({ reads }) => reads());
if (has('input[data-tags]')) import('./tags.ts').then(({ tagFields }) => tagFields());
if (has('input[data-similar]')) import('./similar.ts').then(({ similarQuestions }) => similarQuestions());
if (has('[data-passkey-sign-in], [data-passkey-add]'))
	import('./passkeys.ts').then(({ passkeys }) => passkeys());
if (has('[data-look]')) import('./looking.ts').then(({ looking }) => looking());
if (has('[data-wechat-pay]')) import('./wechat-pay.ts').then(({ wechatPay }) => wechatPay());
if (has('[data-uploads]')) import('./uploads.ts').then(({ uploads }) => uploads());
if (has('[data-player]')) import('./player.ts').then(({ players }) => players());
if (has('textarea[data-code], form[data-quiz], form[data-keep], form[data-marking], [data-review]'))
	import('./assess.ts').then(({ assess }) => assess());
if (has('[data-lesson]')) import('./lesson.ts').then(({ lesson }) => lesson());
if (has('[data-take-along], [data-shelf]') || somethingKept())
	import('./offline/offline.ts').then(({ offline }) => offline());
if (has('[data-scorm]')) import('./scorm.ts').then(({ packages }) => packages());
if (has('[data-outline]')) import('./outline.ts').then(({ outline }) => outline());
if (has('[data-notes]')) import('./notes.ts').then(({ notes }) => notes());
if (has('form[data-ballot]')) import('./ballot.ts').then(({ ballots }) => ballots());
whenNear('[data-model]', () => import('./model.ts').then(({ models }) => models()));

/** Whether something was taken along by this browser: then each page says whose it may be. */
function somethingKept(): boolean {
	try {
		return localStorage.getItem('stoa:offline') !== null;
	} catch {
		return false;
	}
}
