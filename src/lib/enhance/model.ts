/** Loads what turns a thing around only where there is one: it is larger than all other scripts together. */
export function models(): void {
	for (const box of document.querySelectorAll<HTMLElement>('[data-model]')) {
		void import('@google/model-viewer').then(() => {
			const viewer = document.createElement('model-viewer');
			for (const [name, value] of Object.entries({
				src: box.dataset.model ?? '',
				alt: box.dataset.alt ?? '',
				'camera-controls': '',
				'touch-action': 'pan-y',
				ar: '',
				'ar-modes': 'webxr scene-viewer quick-look',
				'shadow-intensity': '1',
			}))
				viewer.setAttribute(name, value);
			box.replaceChildren(viewer);
		});
	}
}
