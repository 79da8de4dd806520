import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askAgain } from './api.ts';
import { loadMap } from './map/CountyMap.tsx';
import { dressPage } from './page-look.ts';
import { keepForPaper } from './print.ts';
import { prefetchFirst } from './queries.ts';
import { router } from './router.tsx';
import { wasSignedIn } from './signing.ts';
import { readView } from './url.ts';
import './ui/theme.css';
import './ui/parts.css';

const view = readView(Object.fromEntries(new URLSearchParams(window.location.search)));
dressPage(view);
keepForPaper();
const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, retry: askAgain } } });
// The map's code and the answers it waits for are asked for together with the page's own code.
loadMap();
if (wasSignedIn() && window.location.pathname === '/') prefetchFirst(client, view);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
