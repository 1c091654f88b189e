/** Keeps the app off the network: switches for the browser engine, and a refusal of every request that is not ours. */
import type { App, Session } from 'electron';
import { isAllowedRequest } from '#electron/security/request-policy.ts';

/** To be called before the app is ready. */
export function switchOffNetworkServices(app: App): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('dns-prefetch-disable');
  // Whatever might still ask for a host finds none.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Refuses every request, permission, download and device that a page might ask for. */
export function closeSession(session: Session, options: { readonly allowsDeveloperTools: boolean }): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url, options) });
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
}
