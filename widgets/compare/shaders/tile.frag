// A tile of the drawn level, texel for texel, into the composed region.
uniform sampler2D tile;
uniform ivec2 origin;   // of the tile in the region
out vec4 color;

void main()
{
    color = texelFetch(tile, ivec2(gl_FragCoord.xy) - origin, 0);
}
