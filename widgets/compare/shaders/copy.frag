// Whole magnifications: every screen pixel is one texel, or its answer in the table.
uniform sampler2D texels;
uniform ivec2 corner;         // the pane's top left corner; y counted from the bottom of the screen to the row above it
uniform ivec2 offset;
uniform float pixelsPerTexel;
uniform ivec2 lastTexel;
out vec4 color;

void main()
{
    ivec2 pixel = ivec2(int(gl_FragCoord.x) - corner.x, corner.y - 1 - int(gl_FragCoord.y)) + offset;
    // Half a pixel in from the border, where rounding cannot reach it.
    ivec2 texel = ivec2((vec2(pixel) + 0.5) / pixelsPerTexel);
    color = mapped(texelFetch(texels, min(texel, lastTexel), 0));
}
