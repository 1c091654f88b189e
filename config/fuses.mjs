/**
 * The fuses of a packaged app: what is burnt into Electron's binary so that neither an environment variable nor a
 * switch nor an exchanged file can open it again. Names as electron-builder's `electronFuses` has them.
 */
export const fuses = {
  /** ELECTRON_RUN_AS_NODE would turn the signed app into a Node that runs anything. */
  runAsNode: false,
  /** NODE_OPTIONS and NODE_EXTRA_CA_CERTS are not heeded. */
  enableNodeOptionsEnvironmentVariable: false,
  /** --inspect would let any program of the user look into the host. */
  enableNodeCliInspectArguments: false,
  /** The app's archive is checked against a hash in the binary (macOS and Windows) … */
  enableEmbeddedAsarIntegrityValidation: true,
  /** … and nothing but that archive is run. */
  onlyLoadAppFromAsar: true,
  /** No page is loaded from file://, so it needs no rights. */
  grantFileProtocolExtraPrivileges: false,
  /** There are no cookies: encrypting them would ask for the system's keyring and gain nothing. */
  enableCookieEncryption: false,
  loadBrowserProcessSpecificV8Snapshot: false,
};
