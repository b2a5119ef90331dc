// A premultiplied image, pixel for pixel.
uniform sampler2D image;
uniform ivec2 corner;   // as in copy.frag
out vec4 color;

void main()
{
    color = texelFetch(image, ivec2(int(gl_FragCoord.x) - corner.x, corner.y - 1 - int(gl_FragCoord.y)), 0);
}
