// A slide placed by an affine transform: bilinear samples, evenly spread over the screen pixel. What lies outside the
// slide is left as it is.
uniform sampler2D texels;
uniform ivec2 corner;         // as in copy.frag
uniform vec3 toTexelX;        // of (x, y, 1), pixels from the pane's corner
uniform vec3 toTexelY;
uniform vec2 regionSize;      // texels
uniform vec2 textureScale;    // 1 / size of the texture
uniform int samples;          // a side; 0: the texel that the middle lies in
out vec4 color;

vec2 texelAt(vec2 pixel)
{
    return vec2(dot(toTexelX, vec3(pixel, 1.0)), dot(toTexelY, vec3(pixel, 1.0)));
}

void main()
{
    vec2 pixel = vec2(gl_FragCoord.x - 0.5 - float(corner.x), float(corner.y) - 0.5 - gl_FragCoord.y);
    vec2 middle = texelAt(pixel + 0.5);
    if (any(lessThan(middle, vec2(0.0))) || any(greaterThanEqual(middle, regionSize)))
        discard;
    if (samples == 0) {
        color = texelFetch(texels, ivec2(middle), 0);
        return;
    }
    vec3 sum = vec3(0.0);
    for (int y = 0; y < samples; ++y)
        for (int x = 0; x < samples; ++x) {
            vec2 texel = texelAt(pixel + (vec2(x, y) + 0.5) / float(samples));
            sum += texture(texels, clamp(texel, vec2(0.5), regionSize - 0.5) * textureScale).rgb;
        }
    color = vec4(sum / float(samples * samples), 1.0);
}
