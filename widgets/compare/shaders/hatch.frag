// Missing tiles. PLACED: of a slide placed by an affine transform, where only a part of the drawn area belongs to the tile.
uniform int viewHeight;
uniform int stripe;
uniform vec3 dark;
uniform vec3 light;
#ifdef PLACED
uniform ivec2 corner;      // as in copy.frag
uniform vec3 toTexelX;     // as in placed.frag
uniform vec3 toTexelY;
uniform vec4 tile;         // left, top, right, bottom, texels
#endif
out vec4 color;

void main()
{
#ifdef PLACED
    vec3 pixel = vec3(gl_FragCoord.x - float(corner.x), float(corner.y) - gl_FragCoord.y, 1.0);
    vec2 texel = vec2(dot(toTexelX, pixel), dot(toTexelY, pixel));
    if (any(lessThan(texel, tile.xy)) || any(greaterThanEqual(texel, tile.zw)))
        discard;
#endif
    int diagonal = int(gl_FragCoord.x) + viewHeight - 1 - int(gl_FragCoord.y);
    color = vec4(diagonal / stripe % 2 == 1 ? light : dark, 1.0);
}
