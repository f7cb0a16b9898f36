// Changes what is at hand on the siting step: what is asked, tool, pin, what is picked.

import type { App } from "../../state/app.ts";
import type { SiteWish, SiteWork } from "../../state/site-work.ts";

export function changeSiting(app: App, change: Partial<SiteWork>): void {
  app.store.setState(({ sites }) => (sites === null ? {} : { sites: { ...sites, ...change } }));
}

export function changeWish(app: App, change: Partial<SiteWish>): void {
  app.store.setState(({ sites }) =>
    sites === null ? {} : { sites: { ...sites, wish: { ...sites.wish, ...change }, fault: null } },
  );
}
