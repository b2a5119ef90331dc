#include "panels/ColorProfileText.h"

#include <QCoreApplication>

#include "display/IccProfile.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ColorProfileText)
};

}

QString colorProfileText(const SlideInfo& slide)
{
    if (!slide.colorProfile)
        return Texts::tr("none in this slide");
    const auto profile = IccProfile::parse(*slide.colorProfile, IccRole::Slide, slide.path.string());
    if (!profile)
        return Texts::tr("not usable (%1)").arg(QString::fromStdString(profile.error().detail));
    const QString name = QString::fromStdString((*profile)->description()).trimmed();
    return name.isEmpty() ? Texts::tr("without a name") : name;
}

}
