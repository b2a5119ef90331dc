#pragma once

#include <memory>
#include <utility>

#include <QOpenGLFunctions_3_3_Core>
#include <QOpenGLShaderProgram>
#include <QSize>

namespace isostain {

using Gl = QOpenGLFunctions_3_3_Core;

/// A texture that deletes itself. The context (or one that shares with it) has to be current in all functions.
class GlTexture {
public:
    GlTexture() = default;
    explicit GlTexture(Gl& gl) : m_gl(&gl) { gl.glGenTextures(1, &m_id); }
    ~GlTexture() { reset(); }
    GlTexture(GlTexture&& other) noexcept : m_gl(other.m_gl), m_id(std::exchange(other.m_id, 0)) {}
    GlTexture& operator=(GlTexture&& other) noexcept
    {
        std::swap(m_gl, other.m_gl);
        std::swap(m_id, other.m_id);
        return *this;
    }

    GLuint id() const { return m_id; }

private:
    void reset()
    {
        if (m_id != 0)
            m_gl->glDeleteTextures(1, &m_id);
    }

    Gl* m_gl = nullptr;
    GLuint m_id = 0;
};

/// BGRX words as GL takes them without conversion.
inline constexpr GLenum kBgrxFormat = GL_BGRA;
inline constexpr GLenum kBgrxType = GL_UNSIGNED_INT_8_8_8_8_REV;

/// An RGBA8 texture of `size` from BGRX words, `stride` words a row; null: not filled. Edges are repeated.
GlTexture makeTexture(Gl& gl, QSize size, const void* words, int stride, GLint filter);

/// A texture to draw on. Grows, and never shrinks.
class GlTarget {
public:
    explicit GlTarget(Gl& gl) : m_gl(gl) {}
    ~GlTarget();
    GlTarget(const GlTarget&) = delete;
    GlTarget& operator=(const GlTarget&) = delete;

    /// Makes it the framebuffer that is drawn to. Contents are undefined after it had to grow: true then.
    bool bind(QSize needed);
    GLuint texture() const { return m_texture.id(); }
    QSize size() const { return m_size; }

private:
    Gl& m_gl;
    GlTexture m_texture;
    GLuint m_framebuffer = 0;
    QSize m_size;
};

/// A program of quad.vert and a fragment shader of the resources; null, with a message in the log, if it does not build.
/// `preamble` goes between the version line and the shader.
std::unique_ptr<QOpenGLShaderProgram> makeProgram(const QString& fragmentShader, const QByteArray& preamble = {});

/// The text of a shader of the resources.
QByteArray shaderText(const QString& name);

}
