// A color table: x = blue, y = green, z = red. Rounded to 8 bits first, so that the answer is exact.
uniform sampler3D table;

vec4 mapped(vec4 source)
{
    ivec3 index = ivec3(source.bgr * 255.0 + 0.5);
    return vec4(texelFetch(table, index, 0).rgb, 1.0);
}
