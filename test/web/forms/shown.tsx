import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../web/ui/theme.css';
import { pieces } from './pieces.tsx';

declare global {
  interface Window {
    /** What a piece reported to its surroundings, in order. */
    told: unknown[];
    show(piece: string, given: object): void;
  }
}

window.told = [];
document.documentElement.lang = 'zh-CN';
window.show = (piece, given) => {
  const Piece = pieces[piece];
  if (!Piece) throw new Error(`there is no piece ${piece}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const shown = createRootRoute({
    component: () => <Piece {...given} tell={(what: unknown) => window.told.push(what)} />,
  });
  const router = createRouter({ routeTree: shown, history: createMemoryHistory({ initialEntries: ['/'] }) });
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
};
