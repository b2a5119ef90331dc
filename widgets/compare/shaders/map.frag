// The composed region through a table, texel for texel.
uniform sampler2D texels;
out vec4 color;

void main()
{
    color = mapped(texelFetch(texels, ivec2(gl_FragCoord.xy), 0));
}
