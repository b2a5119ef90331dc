// A tile of another level, scaled, until the sharp one is there; or one of the source, see marked.glsl.
uniform sampler2D tile;
uniform vec2 origin;   // of the tile in the region
uniform vec2 size;     // of the tile in texels of the region
out vec4 color;

void main()
{
    color = shown(texture(tile, (gl_FragCoord.xy - origin) / size));
}
