/** Entry of the window: puts the app on the page. */
import { createRoot } from 'react-dom/client';

const place = document.getElementById('app');
if (place) createRoot(place).render(<main>Triangula</main>);
