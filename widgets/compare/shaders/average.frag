// Other magnifications: the mean of the texels that a screen pixel covers, weighted by area. Two neighboring texels are one
// bilinear tap between them: one tap does while a pixel is no larger than a texel, WIDE takes several a side.
uniform sampler2D texels;
uniform ivec2 corner;         // as in copy.frag
uniform vec2 firstTexel;      // texel position of the pane's corner
uniform vec2 texelsPerPixel;
uniform vec2 regionSize;      // texels
uniform vec2 textureScale;    // 1 / size of the texture
#ifdef WIDE
uniform ivec2 taps;
#endif
out vec4 color;

float covered(float begin, float end, float texel)
{
    return max(0.0, min(end, texel + 1.0) - max(begin, texel));
}

// x: position of the tap for a pair of texels; y: texels covered.
vec2 tapFor(float begin, float end, float texel, float size)
{
    float first = covered(begin, end, texel);
    float both = first + covered(begin, end, texel + 1.0);
    float position = texel + 0.5 + (both > 0.0 ? 1.0 - first / both : 0.0);
    return vec2(clamp(position, 0.5, size - 0.5), both);
}

void main()
{
    vec2 pixel = vec2(gl_FragCoord.x - 0.5 - float(corner.x), float(corner.y) - 0.5 - gl_FragCoord.y);
    vec2 begin = firstTexel + pixel * texelsPerPixel;
    vec2 end = min(begin + texelsPerPixel, regionSize);
    vec2 start = floor(begin);
#ifndef WIDE
    vec2 column = tapFor(begin.x, end.x, start.x, regionSize.x);
    vec2 row = tapFor(begin.y, end.y, start.y, regionSize.y);
    color = vec4(texture(texels, vec2(column.x, row.x) * textureScale).rgb, 1.0);
#else
    vec3 sum = vec3(0.0);
    float weights = 0.0;
    for (int j = 0; j < taps.y; ++j) {
        vec2 row = tapFor(begin.y, end.y, start.y + float(2 * j), regionSize.y);
        for (int i = 0; i < taps.x; ++i) {
            vec2 column = tapFor(begin.x, end.x, start.x + float(2 * i), regionSize.x);
            float weight = column.y * row.y;
            sum += weight * texture(texels, vec2(column.x, row.x) * textureScale).rgb;
            weights += weight;
        }
    }
    color = vec4(sum / weights, 1.0);
#endif
}
