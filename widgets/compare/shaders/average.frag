// Other magnifications: the mean of the texels that a screen pixel covers, weighted by area. A bilinear tap between two
// texels weighs them both, so one tap a side covers two texels, which is all while a pixel is no larger than a texel.
// TAPS: taps a side, for up to TAPS * 2 texels.
uniform sampler2D texels;
uniform ivec2 corner;         // as in copy.frag
uniform vec2 firstTexel;      // texel position of the pane's corner
uniform vec2 texelsPerPixel;
uniform vec2 regionSize;      // texels
uniform vec2 textureScale;    // 1 / size of the texture
out vec4 color;

vec3 tap(vec2 position)
{
    return texture(texels, min(position, regionSize - 0.5) * textureScale).rgb;
}

void main()
{
    vec2 pixel = vec2(gl_FragCoord.x - 0.5 - float(corner.x), float(corner.y) - 0.5 - gl_FragCoord.y);
    vec2 begin = max(firstTexel + pixel * texelsPerPixel, 0.0);
    vec2 end = begin + texelsPerPixel;
    vec2 start = floor(begin);
#if TAPS == 1
    color = vec4(tap(start + 0.5 + clamp((end - start - 1.0) / texelsPerPixel, 0.0, 1.0)), 1.0);
#elif TAPS == 2
    vec2 second = min(end - start - 1.0, 1.0);
    vec2 pair = start + 1.0 - begin + second;
    vec2 third = clamp(end - start - 2.0, 0.0, 1.0);
    vec2 a = start + 0.5 + second / pair;
    vec2 b = start + 2.5;
    vec3 upper = pair.x * tap(a) + third.x * tap(vec2(b.x, a.y));
    vec3 lower = pair.x * tap(vec2(a.x, b.y)) + third.x * tap(b);
    color = vec4((pair.y * upper + third.y * lower) / ((pair.x + third.x) * (pair.y + third.y)), 1.0);
#else
    vec3 sum = vec3(0.0);
    vec2 texel;
    for (texel.y = start.y; texel.y < end.y; ++texel.y)
        for (texel.x = start.x; texel.x < end.x; ++texel.x) {
            vec2 covered = min(end, texel + 1.0) - max(begin, texel);
            sum += covered.x * covered.y * tap(texel + 0.5);
        }
    color = vec4(sum / (texelsPerPixel.x * texelsPerPixel.y), 1.0);
#endif
}
