export async function alsSolvers() {
	return [];
}
