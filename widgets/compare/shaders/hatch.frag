// Missing tiles.
uniform int viewHeight;
uniform int stripe;
uniform vec3 dark;
uniform vec3 light;
out vec4 color;

void main()
{
    int diagonal = int(gl_FragCoord.x) + viewHeight - 1 - int(gl_FragCoord.y);
    color = vec4(diagonal / stripe % 2 == 1 ? light : dark, 1.0);
}
