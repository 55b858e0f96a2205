/** Times are told anew each minute, as a cached page may be older than its words; the title becomes local time. */
export function times(): void {
	const lang = document.documentElement.lang;
	const relative = new Intl.RelativeTimeFormat(lang);
	const exact = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' });
	const units = [
		['day', 86_400],
		['hour', 3600],
		['minute', 60],
	] as const;
	const tell = () => {
		for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-time]')) {
			const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
			const unit = units.find(([, length]) => seconds >= length);
			if (unit && seconds < 30 * 86_400)
				time.textContent = relative.format(-Math.floor(seconds / unit[1]), unit[0]);
		}
	};
	for (const time of document.querySelectorAll<HTMLTimeElement>('time[datetime]'))
		time.title = exact.format(new Date(time.dateTime));
	for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-exact]'))
		time.textContent = exact.format(new Date(time.dateTime));
	tell();
	setInterval(tell, 60_000);
}
