// Is this browser drawing WebGL on the processor? Multisampling there costs 3.7 times the frame (measured on
// SwiftShader, the demo district at 1080×850), on a graphics card next to nothing.

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function drawsOnProcessor(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (gl === null) return false;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(renderer);
}
