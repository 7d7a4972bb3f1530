import type { ErrorTexts } from '../../error-text.ts';

/** Errors of the backends that models run on. `systemMessage` is what a driver or a library says, in its own language. */
export const backendErrors: ErrorTexts = {
  KERNELS_MISSING: { message: '在 {{file}} 找不到计算所需的组件。', hint: '请重新安装 Portrait。' },
  KERNELS_UNSUPPORTED: {
    message: '此电脑的处理器或运行环境不支持 WebAssembly SIMD，无法加速计算。',
    hint: '一切功能照常，但会慢很多倍。请使用 Portrait 自带的运行环境，或换一台电脑。',
  },
  WASM_MEMORY: {
    message: '无法访问 TensorFlow.js 的 WebAssembly 后端的内存。',
    hint: '请安装 package-lock.json 所列版本的 @tensorflow/tfjs-backend-wasm。',
  },
  BACKEND_WRONG: {
    message: '训练步的计算结果不正确，与最大值相差 {{off|percent}}。',
    hint: '请更新驱动程序后重新测量。在此之前使用其他后端。',
  },
  BACKEND_DIED: {
    message: '此后端没有响应，或已崩溃。',
    hint: '请更新驱动程序后重新测量。在此之前使用其他后端。',
    variants: {
      timeout: { message: '此后端在 {{seconds}} 秒内没有响应。' },
      start: { message: '此后端无法启动（系统信息：{{systemMessage}}）。' },
      crash: { message: '此后端在测试中崩溃。' },
      engine: { message: '此后端在试用时使引擎崩溃。' },
    },
  },
  WEBGPU_MISSING: {
    message: '未安装 WebGPU 所需的软件包，或它不支持此系统。',
    hint: '请使用 WebAssembly，它在任何电脑上都能运行；如果系统支持 WebGPU，也可重新安装 Portrait。',
  },
  WEBGPU_NO_ADAPTER: {
    message: '没有找到 GPU。',
    hint: '如有显卡，请安装其驱动（Linux 上还需 Vulkan，软件包 libvulkan1）后重新测量；否则使用 WebAssembly，它在任何电脑上都能运行。',
  },
  WEBGPU_FAILED: {
    message: '无法启动 GPU（驱动信息：{{systemMessage}}）。',
    hint: '请更新显卡驱动后重新测量，或使用 WebAssembly。',
  },
  WEBGPU_LOST: {
    message: '计算过程中 GPU 丢失{{#systemMessage}}（驱动信息：{{systemMessage}}）{{/systemMessage}}。',
    hint: '请继续该任务。若再次发生，请更新显卡驱动、减小批大小，或改用 CPU 计算。',
  },
  WEBGPU_MEMORY: { message: '显存不足以容纳此模型。', hint: '请减小批大小或宽度，或改用 CPU 计算。' },
  WEBGPU_REFUSED: {
    message: 'GPU 拒绝了一项运算（驱动信息：{{systemMessage}}）。',
    hint: '请改用 CPU 计算，并告知 Portrait 的开发者。',
  },
  TENSORFLOW_MISSING: {
    message: '未安装 TensorFlow 所需的软件包。',
    hint: '请在 Portrait 的文件夹中用 "npm i @tensorflow/tfjs-node" 安装（有 NVIDIA 显卡和 CUDA 时用 "@tensorflow/tfjs-node-gpu"），或用环境变量 PORTRAIT_TENSORFLOW 指明装有它的文件夹。',
  },
  TENSORFLOW_FAILED: {
    message: '已安装 TensorFlow，但无法启动（系统信息：{{systemMessage}}）。',
    hint: '请重新安装软件包，并允许其安装脚本下载 TensorFlow 库，否则软件包不完整。',
  },
};
