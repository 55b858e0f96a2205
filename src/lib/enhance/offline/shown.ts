import { type KeptCourse, keepShelf, openShelf } from './shelf.ts';
import { NotTaken, takeCourse } from './take.ts';

/** Words of the page with their values: `{n} of {total}`. */
const fill = (text: string | undefined, values: Record<string, string | number>) =>
	(text ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const size = (bytes: number) => {
	const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
	const amount = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000);
	const format = { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
	return new Intl.NumberFormat(document.documentElement.lang, format).format(amount);
};

const day = (at: number) =>
	new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' }).format(new Date(at));

async function forget(courseId: number): Promise<void> {
	const shelf = await openShelf();
	if (!shelf) return;
	shelf.courses = shelf.courses.filter(({ id }) => id !== courseId);
	await keepShelf(shelf);
}

/** The box of a course: takes it along, says how far it is, and takes it away again. */
export function takeButtons(changed: () => Promise<void>): void {
	for (const box of document.querySelectorAll<HTMLElement>('[data-take-along]'))
		void takeButton(box, changed);
}

async function takeButton(box: HTMLElement, changed: () => Promise<void>): Promise<void> {
	const courseId = Number(box.dataset.takeAlong);
	const part = <T extends HTMLElement>(name: string) => box.querySelector<T>(`[data-along-${name}]`)!;
	const [take, leave] = [part<HTMLButtonElement>('take'), part<HTMLButtonElement>('drop')];
	const [bar, says] = [part<HTMLProgressElement>('bar'), part('says')];
	const show = async () => {
		const kept = (await openShelf())?.courses.find(({ id }) => id === courseId);
		leave.hidden = !kept;
		take.hidden = kept !== undefined;
		bar.hidden = true;
		says.textContent = kept
			? fill(box.dataset.here, { n: kept.lessons.length, size: size(kept.bytes), day: day(kept.savedAt) })
			: '';
	};
	take.addEventListener('click', async () => {
		take.disabled = true;
		bar.hidden = false;
		try {
			await takeCourse(courseId, (done, total, bytes) => {
				bar.max = total;
				bar.value = done;
				says.textContent = fill(box.dataset.taking, { done, total, size: size(bytes) });
			});
			await changed();
			await navigator.serviceWorker.ready;
			// Browsers that ask first, or never, may throw it away when room is short; that is no reason not to take it.
			void navigator.storage?.persist?.().catch(() => false);
			await show();
			leave.focus();
		} catch (error) {
			await changed();
			await show();
			const why = error instanceof NotTaken ? error.why : 'failed';
			says.textContent = box.dataset[why] ?? '';
		} finally {
			take.disabled = false;
		}
	});
	leave.addEventListener('click', async () => {
		await forget(courseId);
		await changed();
		await show();
		take.focus();
	});
	document.addEventListener('stoa:shelf', () => void show());
	await show();
}

/** The page of what is here: courses with their lessons, and a button to take each away. */
export async function shelfList(changed: () => Promise<void>): Promise<void> {
	const place = document.querySelector<HTMLElement>('[data-shelf]');
	if (!place) return;
	const show = async () => {
		const courses = (await openShelf())?.courses ?? [];
		for (const one of document.querySelectorAll<HTMLElement>('[data-shelf-empty]'))
			one.hidden = courses.length > 0;
		place.replaceChildren(...courses.map((course) => row(course, place.dataset, remove)));
	};
	const remove = async (course: KeptCourse) => {
		await forget(course.id);
		await changed();
		await show();
	};
	document.addEventListener('stoa:shelf', () => void show());
	await show();
}

function row(
	course: KeptCourse,
	words: DOMStringMap,
	remove: (course: KeptCourse) => Promise<void>,
): HTMLElement {
	const made = <K extends keyof HTMLElementTagNameMap>(
		tag: K,
		more: Partial<HTMLElementTagNameMap[K]> = {},
	) => Object.assign(document.createElement(tag), more);
	const box = made('section', { className: 'kept-course' });
	const head = made('h2');
	head.append(made('a', { href: course.href, textContent: course.title, lang: course.language }));
	const values = { n: course.lessons.length, size: size(course.bytes), day: day(course.savedAt) };
	const says = made('p', { className: 'meta', textContent: fill(words.here, values) });
	const list = made('ol');
	for (const lesson of course.lessons) {
		const item = made('li', { value: lesson.number });
		item.append(made('a', { href: lesson.href, textContent: lesson.title, lang: course.language }));
		list.append(item);
	}
	const button = made('button', {
		type: 'button',
		className: 'btn btn-secondary btn-s',
		textContent: words.drop ?? '',
	});
	button.setAttribute('aria-label', `${words.drop} · ${course.title}`);
	button.addEventListener('click', () => void remove(course));
	box.append(head, says, list, button);
	return box;
}
