/** Levels and words of a form by criterion: `level0`, `remark0` …; -1 where no level was chosen. */
export function marksOf(form: FormData): { chosen: number[]; remarks: string[] } {
	const chosen: number[] = [];
	const remarks: string[] = [];
	const count = Number(form.get('criteria') ?? 0);
	for (let at = 0; at < Math.min(12, Number.isInteger(count) ? count : 0); at += 1) {
		const level = String(form.get(`level${at}`) ?? '');
		chosen.push(/^\d{1,2}$/.test(level) ? Number(level) : -1);
		remarks.push(String(form.get(`remark${at}`) ?? ''));
	}
	return { chosen, remarks };
}
