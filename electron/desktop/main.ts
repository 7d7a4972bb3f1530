import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, Menu, type MessagePortMain, protocol, session, utilityProcess } from 'electron';
import { portraitHome } from '../engine/home.ts';
import { logEngineExit } from '../engine/host-log.ts';
import { RestartPolicy } from '../engine/restart-policy.ts';
import { pageFolder } from '../page/page-folder.ts';
import { confineWindows, denyPermissions } from './confine-windows.ts';
import { askToRestart, chooseFolder, showError } from './dialogs.ts';
import { engineEnvironment } from './environment.ts';
import { menuTemplate } from './menu.ts';
import { OpenRequests, workspaceArgument } from './open-requests.ts';
import { handlePageRequests } from './page-requests.ts';
import { pageResponse, SCHEME } from './page-scheme.ts';
import { Supervisor } from './supervisor.ts';
import { openWindow, showWindow } from './window.ts';

let isQuitting = false;
const openRequests = new OpenRequests();
const policy = new RestartPolicy();
const engine = new Supervisor<MessagePortMain>(forkEngine, policy, onGaveUp);

app.enableSandbox();
confineWindows();
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
// Registered before the program is ready: macOS sends the file with which it was started first.
app.on('open-file', (event, path) => {
  event.preventDefault();
  openRequests.add(path);
});
app.on('second-instance', (_event, args, workingDirectory) => requestWorkspace(args, workingDirectory));
requestWorkspace(process.argv, process.cwd());
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function requestWorkspace(args: readonly string[], workingDirectory: string): void {
  const path = workspaceArgument(args, workingDirectory);
  if (path !== null) openRequests.add(path);
}

async function start(): Promise<void> {
  const page = pageFolder();
  protocol.handle(SCHEME, (request) => pageResponse(page, request.url, request.method));
  denyPermissions(session.defaultSession);
  engine.start();
  const workspace = openRequests.take();
  const initialOpen = workspace === null ? Promise.resolve() : engine.open(workspace);
  await initialOpen.catch(() => {});
  const window = openWindow();
  handlePageRequests(window, engine);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...menuTemplate(process.platform, () => void chooseAndOpen(window), !app.isPackaged)]),
  );
  initialOpen.catch((error) => showError(window, error));
  openRequests.handle((path) => {
    showWindow(window);
    void open(window, path);
  });
  app.on('second-instance', () => showWindow(window));
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
  if (path) await open(window, path);
}

async function open(window: BrowserWindow, path: string): Promise<void> {
  await engine.open(path).catch((error) => showError(window, error));
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
