#include "compare/GlObjects.h"

#include <QFile>
#include <QLoggingCategory>

namespace isostain {

namespace {

constexpr int kGrowth = 256;   ///< targets grow in these steps, so that zooming does not allocate in every frame

int roundedUp(int size)
{
    return (size + kGrowth - 1) / kGrowth * kGrowth;
}

}

GlTexture makeTexture(Gl& gl, QSize size, const void* words, int stride, GLint filter)
{
    GlTexture texture(gl);
    gl.glBindTexture(GL_TEXTURE_2D, texture.id());
    gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, stride);
    gl.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width(), size.height(), 0, kBgrxFormat, kBgrxType, words);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    return texture;
}

GlTarget::~GlTarget()
{
    if (m_framebuffer != 0)
        m_gl.glDeleteFramebuffers(1, &m_framebuffer);
}

bool GlTarget::bind(QSize needed)
{
    if (m_framebuffer == 0)
        m_gl.glGenFramebuffers(1, &m_framebuffer);
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    if (needed.width() <= m_size.width() && needed.height() <= m_size.height())
        return false;
    m_size = QSize(roundedUp(needed.width()), roundedUp(needed.height())).expandedTo(m_size);
    m_texture = makeTexture(m_gl, m_size, nullptr, 0, GL_LINEAR);
    m_gl.glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture.id(), 0);
    return true;
}

QByteArray shaderText(const QString& name)
{
    QFile file(QStringLiteral(":/compare/shaders/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<QOpenGLShaderProgram> makeProgram(const QString& fragmentShader, const QByteArray& preamble)
{
    const QByteArray version = "#version 330 core\n";
    auto program = std::make_unique<QOpenGLShaderProgram>();
    const bool builds = program->addShaderFromSourceCode(QOpenGLShader::Vertex, version + shaderText("quad.vert"))
                        && program->addShaderFromSourceCode(QOpenGLShader::Fragment, version + preamble + shaderText(fragmentShader))
                        && program->link();
    if (!builds) {
        qWarning("%s does not build: %s", qPrintable(fragmentShader), qPrintable(program->log()));
        return nullptr;
    }
    return program;
}

}
