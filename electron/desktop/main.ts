import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, Menu, type MessagePortMain, protocol, session, utilityProcess } from 'electron';
import { portraitHome } from '../engine/home.ts';
import { logEngineExit } from '../engine/host-log.ts';
import { pageFolder } from '../page/page-folder.ts';
import { confineWindows, denyPermissions } from './confine-windows.ts';
import { askToRestart, chooseFolder, showError } from './dialogs.ts';
import { engineEnvironment } from './environment.ts';
import { menuTemplate } from './menu.ts';
import { handlePageRequests } from './page-requests.ts';
import { pageResponse, SCHEME } from './page-scheme.ts';
import { RestartPolicy } from './restart-policy.ts';
import { Supervisor } from './supervisor.ts';
import { openWindow } from './window.ts';

let isQuitting = false;
const policy = new RestartPolicy();
const engine = new Supervisor<MessagePortMain>(forkEngine, policy, onGaveUp);

app.enableSandbox();
confineWindows();
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const page = pageFolder();
  protocol.handle(SCHEME, (request) => pageResponse(page, request.url, request.method));
  denyPermissions(session.defaultSession);
  engine.start();
  const workspace = process.argv.find((argument) => argument.endsWith('.portrait'));
  const initialOpen = workspace === undefined ? Promise.resolve(null) : engine.send({ type: 'open', path: workspace });
  await initialOpen.catch(() => null);
  const window = openWindow();
  handlePageRequests(window, engine);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...menuTemplate(process.platform, () => void chooseAndOpen(window))]),
  );
  initialOpen.catch((error) => showError(window, error));
  app.on('second-instance', () => window.focus());
}

function forkEngine() {
  const child = utilityProcess.fork(fileURLToPath(new URL('./engine.js', import.meta.url)), [], {
    serviceName: 'Portrait engine',
    env: engineEnvironment(process.env),
    stdio: 'pipe',
  });
  child.stdout?.pipe(process.stderr);
  child.stderr?.pipe(process.stderr);
  child.on('exit', (code) => {
    if (code !== 0 && !isQuitting) logEngineExit(portraitHome(), code);
  });
  return child;
}

async function chooseAndOpen(window: BrowserWindow): Promise<void> {
  const path = await chooseFolder(window);
  if (path) await engine.send({ type: 'open', path }).catch((error) => showError(window, error));
}

async function onGaveUp(): Promise<void> {
  if (!(await askToRestart())) return app.quit();
  policy.reset();
  engine.start();
}

app.on('window-all-closed', () => app.quit());
let closed = false;
app.on('before-quit', (event) => {
  isQuitting = true;
  if (closed) return;
  event.preventDefault();
  void engine.close().then(() => {
    closed = true;
    app.quit();
  });
});
